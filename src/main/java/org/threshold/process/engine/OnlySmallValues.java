package org.threshold.process.engine;

import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Is asked before each variable is stored and refuses what a gateway, a timer or a decision table never reads: objects,
 * files and bytes. A decision's result passes, because it is never stored.
 */
final class OnlySmallValues extends AbstractTypedValueSerializer<TypedValue> {

    private static final Set<Class<?>> SMALL = Set.of(String.class, Boolean.class, Short.class, Integer.class,
            Long.class, Double.class, Date.class);

    private OnlySmallValues(ValueType type) {
        super(type);
    }

    /** One for each type that is refused. */
    @SuppressWarnings("rawtypes")
    static List<TypedValueSerializer> all() {
        return List.of(new OnlySmallValues(ValueType.OBJECT), new OnlySmallValues(ValueType.BYTES),
                new OnlySmallValues(ValueType.FILE));
    }

    @Override
    public String getName() {
        return "refused-" + getType().getName();
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        boolean refused = !value.isTransient() && (!(value instanceof UntypedValueImpl untyped)
                || untyped.getValue() != null && !small(untyped.getValue()));
        if (refused) {
            throw new ProcessEngineException("Process variables hold only texts, numbers, dates, true and false; "
                    + "refused: " + (value.getValue() == null ? getType().getName() : value.getValue().getClass()));
        }
        return false;
    }

    private static boolean small(Object value) {
        return SMALL.contains(value.getClass()) || value instanceof Date;
    }

    @Override
    public void writeValue(TypedValue value, ValueFields fields) {
        throw new IllegalStateException("Nothing is stored here");
    }

    @Override
    public TypedValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
        throw new IllegalStateException("Nothing is stored here");
    }

    @Override
    public TypedValue convertToTypedValue(UntypedValueImpl untyped) {
        throw new IllegalStateException("Nothing is stored here");
    }
}
