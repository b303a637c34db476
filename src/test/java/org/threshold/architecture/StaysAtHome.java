package org.threshold.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A room's SQL is called by that room alone. */
class StaysAtHome extends ArchCondition<JavaClass> {

    StaysAtHome() {
        super("be used by its own room only");
    }

    @Override
    public void check(JavaClass store, ConditionEvents events) {
        for (Dependency use : store.getDirectDependenciesToSelf()) {
            if (!room(use.getOriginClass()).equals(room(store))) {
                events.add(SimpleConditionEvent.violated(use, use.getDescription()));
            }
        }
    }

    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }
}
