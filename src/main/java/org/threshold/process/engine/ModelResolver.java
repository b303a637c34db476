package org.threshold.process.engine;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.springframework.util.ReflectionUtils;
import org.threshold.process.Catalogue;

/**
 * The only resolver that expressions of models get. It knows the process variables, {@code caseReference}, the
 * delegates by name and the catalogue's methods; it reads no property of any object and writes nothing.
 */
class ModelResolver extends ELResolver {

    private final Catalogue catalogue;

    ModelResolver(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Stands for a catalogue bean, so that no expression ever holds the bean itself. */
    private record Named(String bean) {
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null) {
            throw new PropertyNotFoundException("Models cannot read '" + property + "' of an object");
        }
        String name = String.valueOf(property);
        context.setPropertyResolved(true);
        if (name.equals(ExpressionRules.CASE_REFERENCE)) {
            return caseReference(scope(context, name));
        }
        if (catalogue.beans().contains(name)) {
            return new Named(name);
        }
        if (catalogue.delegates().contains(name)) {
            return catalogue.delegate(name);
        }
        VariableScope scope = scope(context, name);
        if (!scope.hasVariable(name)) {
            throw new PropertyNotFoundException("There is no variable '" + name + "' here");
        }
        return scope.getVariable(name);
    }

    private static VariableScope scope(ELContext context, String name) {
        Object scope = context.getContext(VariableScope.class);
        if (scope == null) {
            throw new PropertyNotFoundException("'" + name + "' is not known outside a process");
        }
        return (VariableScope) scope;
    }

    private static String caseReference(VariableScope scope) {
        if (scope instanceof TaskEntity task) {
            return task.getExecution().getProcessBusinessKey();
        }
        if (scope instanceof ExecutionEntity execution) {
            return execution.getProcessBusinessKey();
        }
        throw new PropertyNotFoundException("There is no case here");
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (!(base instanceof Named named)) {
            throw new MethodNotFoundException("Models cannot call '" + method + "' on an object");
        }
        Method allowed = catalogue.method(named.bean(), String.valueOf(method), arguments.length)
                .orElseThrow(() -> new MethodNotFoundException("Models cannot call " + named.bean() + "." + method
                        + " with " + arguments.length + " values"));
        context.setPropertyResolved(true);
        return call(allowed, catalogue.bean(named.bean()), arguments);
    }

    private static Object call(Method method, Object bean, Object[] arguments) {
        Object[] fitted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            fitted[i] = fit(arguments[i], method.getParameterTypes()[i], method);
        }
        ReflectionUtils.makeAccessible(method);
        try {
            return method.invoke(bean, fitted);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    private static Object fit(Object argument, Class<?> type, Method method) {
        if (argument instanceof Number number && (type == int.class || type == Integer.class)) {
            return Math.toIntExact(number.longValue());
        }
        if (argument instanceof Number number && (type == long.class || type == Long.class)) {
            return number.longValue();
        }
        if (argument == null ? !type.isPrimitive() : type.isInstance(argument)) {
            return argument;
        }
        throw new ELException("'" + method.getName() + "' cannot take the value " + argument);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotFoundException("Models cannot change '" + property + "' in an expression");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
