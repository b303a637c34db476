package org.threshold.access;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.MethodClassKey;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;

/**
 * Stands before every use case: each public method of a service. What does not say which operation it is, or why it is
 * open, is refused to everybody but the service itself.
 *
 * <p>The outermost use case decides the operation: whoever may merge two cases may have done what merging does, without
 * being asked once more for the duty that it ends and the letter that it writes. For what happens inside, one question
 * is left, and it is asked for every case, also where a use case is open: may they know of it? A case that is hidden from whoever asks is answered as
 * one that never was.
 */
@Configuration(proxyBeanMethods = false)
class GuardedUseCases {

    private static final ThreadLocal<Boolean> INSIDE = new ThreadLocal<>();
    private static final Map<MethodClassKey, Optional<Operation>> OPERATIONS = new ConcurrentHashMap<>();

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StaticMethodMatcherPointcutAdvisor caseGuard(BeanFactory beans) {
        UseCases advisor = new UseCases();
        advisor.setAdvice((MethodInterceptor) call -> invoke(call, beans));
        // Before the transaction begins, so that a refusal costs none.
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }

    private static Object invoke(MethodInvocation call, BeanFactory beans) throws Throwable {
        Operation operation = operation(call.getMethod(), call.getThis().getClass()).orElseGet(
                () -> unsaid(beans.getBean(CurrentOfficer.class)));
        if (INSIDE.get() != null || operation != null && operation.isOpen()) {
            requireSight(call, beans.getBean(CaseAccess.class));
            return call.proceed();
        }
        if (operation != null) {
            require(operation.permission(), call, beans);
        }
        INSIDE.set(true);
        try {
            return call.proceed();
        } finally {
            INSIDE.remove();
        }
    }

    /** @return null, for the service itself */
    private static Operation unsaid(CurrentOfficer current) {
        if (!current.get().equals(Officer.SERVICE)) {
            throw new NotPermitted("You cannot do this. Nobody may.");
        }
        return null;
    }

    private static void require(Permission permission, MethodInvocation call, BeanFactory beans) {
        CaseAccess access = beans.getBean(CaseAccess.class);
        boolean aboutACase = false;
        for (Object argument : call.getArguments()) {
            if (argument instanceof CaseKey key) {
                aboutACase = true;
                access.require(permission, key);
            }
        }
        if (!aboutACase) {
            beans.getBean(Permissions.class).require(permission);
        }
    }

    private static void requireSight(MethodInvocation call, CaseAccess access) {
        for (Object argument : call.getArguments()) {
            if (argument instanceof CaseKey key) {
                access.requireSight(key);
            }
        }
    }

    private static Optional<Operation> operation(Method method, Class<?> target) {
        return OPERATIONS.computeIfAbsent(new MethodClassKey(method, target), ask -> Operation.of(method, target));
    }

    /** Whether the guard stands before this method: not where it is open and about no case. */
    static boolean guards(Method method, Class<?> target) {
        return target.getPackageName().startsWith("org.threshold.") && !isOfTheRecord(target)
                && Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() != Object.class
                && AnnotatedElementUtils.hasAnnotation(target, Service.class)
                && (operation(method, target).filter(Operation::isOpen).isEmpty() || isAboutACase(method));
    }

    private static boolean isAboutACase(Method method) {
        return Arrays.stream(method.getParameterTypes()).anyMatch(CaseKey.class::isAssignableFrom);
    }

    /** The record knows no other room, and is told by the others what they did after they were asked whether they may. */
    private static boolean isOfTheRecord(Class<?> target) {
        return target.getPackageName().startsWith("org.threshold.audit");
    }

    private static final class UseCases extends StaticMethodMatcherPointcutAdvisor {

        @Override
        public boolean matches(Method method, Class<?> target) {
            return guards(method, target);
        }
    }
}
