package org.threshold.process;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Things that were noted during a transaction and are dealt with just before it commits, in the same transaction, when
 * the engine has written everything and can safely be called again. Dealing with one may note another.
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
        Notes<T> notes = current();
        if (notes == null) {
            notes = new Notes<>(this);
            TransactionSynchronizationManager.registerSynchronization(notes);
        }
        notes.things.add(thing);
    }

    @SuppressWarnings("unchecked")
    private Notes<T> current() {
        return (Notes<T>) TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(each -> each instanceof Notes<?> notes && notes.owner == this)
                .findFirst().orElse(null);
    }

    private static final class Notes<T> implements TransactionSynchronization {

        private final AtCommit<T> owner;
        private Set<T> things = new LinkedHashSet<>();

        private Notes(AtCommit<T> owner) {
            this.owner = owner;
        }

        /** After the others, so that what they do is seen. */
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            while (!things.isEmpty()) {
                Set<T> noted = things;
                things = new LinkedHashSet<>();
                owner.work.accept(noted);
            }
        }
    }
}
