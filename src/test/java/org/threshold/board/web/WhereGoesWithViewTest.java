package org.threshold.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.threshold.board.WhereGoesWith;
import org.threshold.board.WhereGoesWith.Ranking;

class WhereGoesWithViewTest {

    @Test
    void whereNotAllAreComparedItSaysSo() {
        assertThat(view(WhereGoesWith.MOST - 1).bound()).isEmpty();
        assertThat(view(WhereGoesWith.MOST).bound())
                .isEqualTo("Only the newest 20,000 that were completed are compared.");
    }

    private static WhereGoesWithView view(int n) {
        return new WhereGoesWithView(new Ranking(n, List.of()), Map.of());
    }
}
