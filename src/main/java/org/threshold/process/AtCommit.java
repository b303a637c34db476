package org.threshold.process;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Things that were noted during a transaction and are dealt with just before it commits, in the same transaction, when
 * the engine has written everything and can safely be called again. Dealing with one may note another, also of another
 * kind, as a step that is taken down ends its ladder: it goes on until nothing is left.
 *
 * @param <T> what is noted; the same thing noted twice is dealt with once
 */
public class AtCommit<T> {

    private final Consumer<Set<T>> work;

    /** @param work is given all that was noted since it was last called */
    public AtCommit(Consumer<Set<T>> work) {
        this.work = work;
    }

    /** @throws IllegalStateException outside a transaction */
    public void note(T thing) {
        Notes.ofTransaction().add(this, thing);
    }

    /**
     * Of all kinds in one place. A synchronization that is registered while the transaction is about to commit is not
     * called any more, so that each kind on its own would lose what another notes of it for the first time.
     */
    private static final class Notes implements TransactionSynchronization {

        private final Map<AtCommit<?>, Set<Object>> things = new LinkedHashMap<>();

        static Notes ofTransaction() {
            return TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(Notes.class::isInstance).map(Notes.class::cast).findFirst().orElseGet(Notes::register);
        }

        private static Notes register() {
            Notes notes = new Notes();
            TransactionSynchronizationManager.registerSynchronization(notes);
            return notes;
        }

        void add(AtCommit<?> kind, Object thing) {
            things.computeIfAbsent(kind, none -> new LinkedHashSet<>()).add(thing);
        }

        /** After the others, so that what they do is seen. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!things.isEmpty()) {
                deal(things.keySet().iterator().next());
            }
        }

        @SuppressWarnings("unchecked")
        private <T> void deal(AtCommit<T> kind) {
            kind.work.accept((Set<T>) things.remove(kind));
        }
    }
}
