package org.threshold.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Role;

/** Officers of the made-up teams: enough of them for the caseload that one officer has in a council. */
@Component
@Profile("demonstration")
class Staff {

    /** The upper end of what councils say of one officer's caseload. */
    private static final int MOST_CASES = 60;
    private static final List<String> TEAMS = Arrays.stream(Team.values()).map(Team::key).toList();
    private static final Set<Role> HOLD_CASES = Set.of(Role.OFFICER, Role.SENIOR_OFFICER);
    private static final String PASSWORD = "demo";

    private final People people;
    private final Accounts accounts;
    private final CurrentOfficer current;
    private final TransactionTemplate transactions;

    Staff(People people, Accounts accounts, CurrentOfficer current, TransactionTemplate transactions) {
        this.people = people;
        this.accounts = accounts;
        this.current = current;
        this.transactions = transactions;
    }

    /** @return usernames of those who hold cases, by team; more are added where each would have too many */
    Map<String, List<String>> enoughFor(int households) {
        int wanted = (int) Math.ceil((double) households / TEAMS.size() / MOST_CASES);
        return current.asService(() -> transactions.execute(status -> {
            Map<String, List<String>> staff = new TreeMap<>();
            TEAMS.forEach(team -> staff.put(team, staffOf(team, wanted)));
            return staff;
        }));
    }

    private List<String> staffOf(String team, int wanted) {
        List<String> there = holders(team);
        IntStream.rangeClosed(there.size() + 1, wanted).forEach(number -> {
            String username = "%s%02d".formatted(team, number);
            accounts.addWithPassword(new AccountDetails(username, "Officer %s %02d Demo".formatted(
                    Character.toUpperCase(team.charAt(0)) + team.substring(1), number), Set.of(Role.OFFICER),
                    Set.of(team), true), PASSWORD);
            accounts.join(username, Set.of(team));
        });
        return holders(team);
    }

    private List<String> holders(String team) {
        return people.membersOf(team).stream().filter(each -> each.roles().stream().anyMatch(HOLD_CASES::contains))
                .map(Officer::username).sorted().toList();
    }
}
