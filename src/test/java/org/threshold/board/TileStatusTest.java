package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.statistics.Direction.DOWN_IS_GOOD;
import static org.threshold.statistics.Direction.NEITHER;
import static org.threshold.statistics.Direction.UP_IS_GOOD;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Target met, nearly met, missed, or nothing to judge by; and values as people write them. */
class TileStatusTest {

    @Test
    void whatIsBetterDecidesWhatIsMet() {
        assertThat(TileStatus.of(262L, 35L, DOWN_IS_GOOD)).isEqualTo(TileStatus.MISSED);
        assertThat(TileStatus.of(35L, 35L, DOWN_IS_GOOD)).isEqualTo(TileStatus.MET);
        assertThat(TileStatus.of(110L, 100L, DOWN_IS_GOOD)).isEqualTo(TileStatus.NEAR);
        assertThat(TileStatus.of(111L, 100L, DOWN_IS_GOOD)).isEqualTo(TileStatus.MISSED);
        assertThat(TileStatus.of(90L, 100L, UP_IS_GOOD)).isEqualTo(TileStatus.NEAR);
        assertThat(TileStatus.of(89L, 100L, UP_IS_GOOD)).isEqualTo(TileStatus.MISSED);
        assertThat(TileStatus.of(100L, 90L, UP_IS_GOOD)).isEqualTo(TileStatus.MET);
        assertThat(TileStatus.of(1L, 0L, DOWN_IS_GOOD)).as("no tenth of nothing").isEqualTo(TileStatus.MISSED);
        assertThat(TileStatus.of(450L, 300L, NEITHER)).as("demand is neither met nor missed")
                .isEqualTo(TileStatus.DATA_ONLY);
        assertThat(TileStatus.of(5L, null, DOWN_IS_GOOD)).isEqualTo(TileStatus.DATA_ONLY);
        assertThat(TileStatus.of(null, 90L, UP_IS_GOOD)).isEqualTo(TileStatus.DATA_ONLY);
    }

    @Test
    void usualLimitsOfAShareStayBetweenNothingAndAll() {
        List<TilePoint> trend = Stream.of(0.0, 100.0, 50.0, 100.0, 0.0, 100.0).map(each -> new TilePoint("A month", each))
                .toList();
        assertThat(Tile.of(TileMeasure.DESK_CLAIMS, new TileFigure(100L, "", 6, List.of(), trend, true), null)
                .trendWords()).endsWith("limits, 0 % to 100 %.");
        assertThat(Tile.of(TileMeasure.APPROACHES, new TileFigure(100L, "", 6, List.of(), trend, true), null)
                .trendWords()).endsWith("limits, 0 to 271.");
    }

    @Test
    void aListSaysWhatItsRowsAre() {
        assertThat(TileMeasure.IN_TA.things(1069)).isEqualTo("1,069 households");
        assertThat(TileMeasure.PLACED_OUTSIDE.things(1)).isEqualTo("1 placement");
        assertThat(TileMeasure.APPROACHES.things(2)).isEqualTo("2 approaches");
        assertThat(TileMeasure.NOTICES.things(0)).isEqualTo("no notice");
        assertThat(TileMeasure.NOTICES.counted(0)).isEqualTo("n = 0 notices");
    }

    @Test
    void valuesAreReadAndSaidAsPeopleWriteThem() {
        assertThat(TileUnit.PENCE.read("£1,250.50")).contains(125_050L);
        assertThat(TileUnit.PENCE.say(125_050)).isEqualTo("£1,251");
        assertThat(TileUnit.COUNT.read("1,069")).contains(1069L);
        assertThat(TileUnit.COUNT.say(1069)).isEqualTo("1,069");
        assertThat(TileUnit.COUNT.read("3.5")).isEmpty();
        assertThat(TileUnit.PER_CENT.read("90 %")).contains(90L);
        assertThat(TileUnit.PER_CENT.read("101")).isEmpty();
        assertThat(TileUnit.COUNT.read("-3")).isEmpty();
        assertThat(TileUnit.COUNT.read("many")).isEmpty();
    }
}
