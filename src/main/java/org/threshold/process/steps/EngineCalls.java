package org.threshold.process.steps;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.threshold.worklist.StepGone;

/** Turns what the engine says when a step cannot be reached into what an officer can read. */
final class EngineCalls {

    private EngineCalls() {
    }

    static <T> T onStep(Supplier<T> call) {
        try {
            return call.get();
        } catch (NullValueException | NotFoundException e) {
            throw gone("This step has already been finished or is no longer needed.", e);
        } catch (OptimisticLockingException e) {
            throw gone("Someone else changed this step at the same moment. Look at the case before you try again.", e);
        } catch (SuspendedEntityInteractionException e) {
            throw gone("This case has been paused by an administrator. Its steps cannot be changed now.", e);
        } catch (ProcessEngineException e) {
            throw ownCause(e);
        }
    }

    private static StepGone gone(String message, RuntimeException cause) {
        StepGone gone = new StepGone(message);
        gone.initCause(cause);
        return gone;
    }

    /** What one of our own rooms said, without the engine's wrapping; otherwise the engine's own exception. */
    private static RuntimeException ownCause(ProcessEngineException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException own && own.getClass().getName().startsWith("org.threshold.")) {
                return own;
            }
        }
        return failure;
    }
}
