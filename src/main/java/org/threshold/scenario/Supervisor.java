package org.threshold.scenario;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.RestrictedCases;
import org.threshold.access.Restriction;
import org.threshold.casefile.CaseReference;
import org.threshold.demonstration.Desk;

/**
 * The service manager of the made-up council, whose board is held against what is published. A case that is hidden from
 * whoever looks is not counted, so she is named on each restricted one by the leader who answers for it.
 */
@Component
@Profile("demonstration")
class Supervisor {

    static final String NAME = "manager";

    private final RestrictedCases restricted;
    private final Desk desk;
    private final TransactionTemplate transactions;

    Supervisor(RestrictedCases restricted, Desk desk, TransactionTemplate transactions) {
        this.restricted = restricted;
        this.desk = desk;
        this.transactions = transactions;
    }

    void isNamed() {
        for (Team team : Team.values()) {
            desk.as(team.leader(), () -> transactions.execute(status -> {
                restricted.mine().stream().filter(each -> each.managedBy(team.leader()) && !each.names(NAME))
                        .map(Restriction::caseReference)
                        .forEach(reference -> restricted.name(new CaseReference(reference), List.of(NAME)));
                return null;
            }));
        }
    }
}
