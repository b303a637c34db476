package org.threshold.process;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.DelegateListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Everything of ours that a model may name: beans and their methods in expressions, and delegates of service tasks.
 * Only types are read when the catalogue is made; a bean is fetched when a model first uses it.
 */
@Component
public class Catalogue {

    private static final String HOME = "org.threshold.process";

    private final ListableBeanFactory beans;
    private volatile Entries entries;

    Catalogue(ListableBeanFactory beans) {
        this.beans = beans;
    }

    private record Entries(Map<String, String> delegates, Map<String, Bean> beans) {
    }

    private record Bean(String beanName, List<Method> methods) {
    }

    /** Names that a service task's or a listener's {@code delegateExpression} may use. */
    public Set<String> delegates() {
        return entries().delegates().keySet();
    }

    /** Names of the beans that expressions may call. */
    public Set<String> beans() {
        return entries().beans().keySet();
    }

    /** Names of the methods that an expression may call on the bean; empty when there is no such bean. */
    public Set<String> methods(String bean) {
        Bean found = entries().beans().get(bean);
        Set<String> names = new TreeSet<>();
        if (found != null) {
            found.methods().forEach(method -> names.add(method.getName()));
        }
        return names;
    }

    /** Whether the bean has an allowed method of that name that takes so many arguments. */
    public boolean allows(String bean, String method, int arguments) {
        return method(bean, method, arguments).isPresent();
    }

    public Optional<Method> method(String bean, String method, int arguments) {
        Bean found = entries().beans().get(bean);
        Collection<Method> methods = found == null ? List.of() : found.methods();
        return methods.stream()
                .filter(each -> each.getName().equals(method) && each.getParameterCount() == arguments)
                .findFirst();
    }

    public Object bean(String name) {
        return beans.getBean(entries().beans().get(name).beanName());
    }

    public Object delegate(String name) {
        return beans.getBean(entries().delegates().get(name));
    }

    private Entries entries() {
        if (entries == null) {
            entries = read();
        }
        return entries;
    }

    private Entries read() {
        Map<String, String> delegates = new TreeMap<>();
        for (Class<?> type : List.of(JavaDelegate.class, DelegateListener.class)) {
            for (String name : beans.getBeanNamesForType(type, false, false)) {
                if (userType(name).getName().startsWith(HOME)) {
                    delegates.put(name, name);
                }
            }
        }
        Map<String, Bean> callable = new TreeMap<>();
        for (String name : beans.getBeanNamesForAnnotation(ForModels.class)) {
            Class<?> type = userType(name);
            callable.put(AnnotationUtils.findAnnotation(type, ForModels.class).value(),
                    new Bean(name, allowedMethods(type)));
        }
        return new Entries(delegates, callable);
    }

    private Class<?> userType(String name) {
        return ClassUtils.getUserClass(beans.getType(name, false));
    }

    private static List<Method> allowedMethods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(ForModels.class))
                .toList();
    }
}
