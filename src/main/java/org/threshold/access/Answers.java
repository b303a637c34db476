package org.threshold.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What was already asked about cases in this request, or in this transaction where there is no request. */
final class Answers {

    private static final String KEY = Answers.class.getName();

    /** What they see; what they do not see is asked again. */
    final Set<String> seen = new HashSet<>();
    final Map<String, RestrictedStanding> standings = new HashMap<>();
    final Map<String, CaseRelation> relations = new HashMap<>();
    /** Whether they have said that they know the people; asked together with the standing. */
    final Map<String, Boolean> knowThem = new HashMap<>();

    /** A new and empty one where neither a request nor a transaction is under way. */
    static Answers ofThisRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            return ofRequest(request);
        }
        return TransactionSynchronizationManager.isSynchronizationActive() ? ofTransaction() : new Answers();
    }

    /** After something changed who may see what. */
    static void forget() {
        Answers answers = ofThisRequest();
        answers.seen.clear();
        answers.standings.clear();
        answers.relations.clear();
        answers.knowThem.clear();
    }

    private static Answers ofRequest(RequestAttributes request) {
        Answers known = (Answers) request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = new Answers();
            request.setAttribute(KEY, known, RequestAttributes.SCOPE_REQUEST);
        }
        return known;
    }

    private static Answers ofTransaction() {
        Answers known = (Answers) TransactionSynchronizationManager.getResource(KEY);
        if (known != null) {
            return known;
        }
        Answers fresh = new Answers();
        TransactionSynchronizationManager.bindResource(KEY, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
            }

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(KEY, fresh);
            }
        });
        return fresh;
    }
}
