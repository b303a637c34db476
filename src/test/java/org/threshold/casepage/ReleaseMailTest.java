package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Role;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.KeysFromAPhone;
import org.threshold.accommodation.KeysRelease.Reason;
import org.threshold.accommodation.KeysReleases.NewRelease;
import org.threshold.accommodation.Placements;

/** Whoever may release keys is told by e-mail that some wait, once, in words that name nobody. */
class ReleaseMailTest extends CasePageTest {

    @Autowired
    private Accounts accounts;
    @Autowired
    private CurrentOfficer current;
    @Autowired
    private Placements placements;
    @Autowired
    private KeysFromAPhone phone;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Homes homes;

    @Test
    void namesNeitherCaseNorPerson() {
        String leader = leaderWithEmail();
        long placement = placements.request(reference, AccommodationFunction.INTERIM, null).id();
        placements.choose(placement, homes.unit(Homes.FLAT));
        phone.ask(reference, placement, new NewRelease(Reason.OTHER, "Jordan Example waits at the desk", true));
        phone.ask(reference, placement, new NewRelease(Reason.OUT_OF_HOURS, null, true));

        List<String> bodies = jdbc.sql("select subject || body from message where recipient = ?")
                .param(leader + "@council.example").query(String.class).list();
        assertThat(bodies).hasSize(1);
        assertThat(bodies.get(0)).contains("Keys that wait").doesNotContain("Jordan", reference.value(),
                "at the desk");
    }

    private String leaderWithEmail() {
        String name = "l" + UUID.randomUUID().toString().substring(0, 8);
        current.asService(() -> {
            accounts.addWithPassword(new AccountDetails(name, "Lee Placeholder", Set.of(Role.TEAM_LEADER), Set.of(),
                    true, name + "@council.example"), "a long enough password");
            accounts.join(name, Set.of("north"));
            return null;
        });
        return name;
    }
}
