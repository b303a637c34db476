package org.threshold.process.incident;

/** Says what failed so that a supervisor knows what to do, without the engine's words. */
final class FaultWords {

    enum Kind { SERVICE, DECISION, TIMER, OTHER }

    private FaultWords() {
    }

    /** @param message the engine's own message, or null */
    static String say(Kind kind, String message) {
        String cause = cause(message == null ? "" : message);
        return switch (kind) {
            case SERVICE -> "Threshold could not do this by itself" + cause;
            case DECISION -> "The decision table gave no usable answer" + cause;
            case TIMER -> "A date was reached, but what follows it could not start" + cause;
            case OTHER -> "The case could not go on from here" + cause;
        };
    }

    private static String cause(String message) {
        if (message.contains("Unknown property") || message.contains("There is no variable")) {
            return ". The process needs an answer that nobody has given. A designer must look at it.";
        }
        if (message.contains("Connection") || message.contains("timeout") || message.contains("timed out")) {
            return ", because another system did not answer. Try again when it does.";
        }
        if (message.contains("OptimisticLocking")) {
            return ", because someone changed the case at the same moment. Try again.";
        }
        return ". Try again; if it fails again, tell an administrator.";
    }
}
