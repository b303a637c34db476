package org.threshold.demonstration;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Role;
import org.threshold.access.Team;

/** The made-up people and teams, added at the first start before the first page can be asked for. */
@Component
@Profile("demonstration")
class DemonstrationPeople implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationPeople.class);
    private static final String PASSWORD = "demo";
    private static final Set<String> NORTH = Set.of("north");
    private static final Set<String> SOUTH = Set.of("south");

    private record Person(String username, String name, Role role, Set<String> teams) {
    }

    private static final List<Person> PEOPLE = List.of(
            new Person("officer", "Olive Demo", Role.OFFICER, NORTH),
            new Person("officer2", "Omar Demo", Role.OFFICER, SOUTH),
            new Person("remote", "Robin Demo", Role.OFFICER, NORTH),
            new Person("senior", "Sandra Demo", Role.SENIOR_OFFICER, NORTH),
            new Person("senior2", "Samuel Demo", Role.SENIOR_OFFICER, SOUTH),
            new Person("leader", "Lena Demo", Role.TEAM_LEADER, NORTH),
            new Person("leader2", "Leon Demo", Role.TEAM_LEADER, SOUTH),
            new Person("manager", "Maya Demo", Role.SERVICE_MANAGER, Set.of("north", "south")),
            new Person("designer", "Dev Demo", Role.DESIGNER, Set.of()),
            new Person("designer2", "Dora Demo", Role.DESIGNER, Set.of()),
            new Person("analyst", "Ana Demo", Role.ANALYST, Set.of()),
            new Person("admin", "Adam Demo", Role.ADMINISTRATOR, Set.of()),
            new Person("dpo", "Dee Demo", Role.DATA_PROTECTION, Set.of()));

    private final Accounts accounts;
    private final CurrentOfficer current;
    private final TransactionTemplate transactions;
    private boolean firstStart;

    DemonstrationPeople(Accounts accounts, CurrentOfficer current, TransactionTemplate transactions) {
        this.accounts = accounts;
        this.current = current;
        this.transactions = transactions;
    }

    /** Whether this start is the first one on an empty database. */
    boolean isFirstStart() {
        return firstStart;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.hasAdministrator()) {
            current.asService(() -> {
                transactions.executeWithoutResult(status -> add());
                return null;
            });
            firstStart = true;
            LOG.info("Added the demonstration people; the password of each is ‘{}’", PASSWORD);
        }
    }

    private void add() {
        PEOPLE.forEach(person -> accounts.addWithPassword(new AccountDetails(person.username, person.name,
                Set.of(person.role), Set.of(), true), PASSWORD));
        accounts.addTeam(new Team("north", "North team", "North Office", "leader"));
        accounts.addTeam(new Team("south", "South team", "South Office", "leader2"));
        PEOPLE.stream().filter(person -> !person.teams.isEmpty())
                .forEach(person -> accounts.join(person.username, person.teams));
    }
}
