package org.threshold.access;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;

/**
 * Stands before every use case: each public method of a service that is about a case, or that says by {@link Needs} which
 * operation it is. A case that is hidden from whoever asks is answered as one that never was.
 */
@Configuration(proxyBeanMethods = false)
class GuardedUseCases {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StaticMethodMatcherPointcutAdvisor caseGuard(BeanFactory beans) {
        Guarded advisor = new Guarded();
        advisor.setAdvice((MethodInterceptor) call -> invoke(call, beans));
        // Before the transaction begins, so that a refusal costs none.
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }

    private static Object invoke(MethodInvocation call, BeanFactory beans) throws Throwable {
        CaseAccess access = beans.getBean(CaseAccess.class);
        Needs needs = needs(call.getMethod(), call.getThis().getClass());
        boolean aboutACase = false;
        for (Object argument : call.getArguments()) {
            if (argument instanceof CaseKey key) {
                aboutACase = true;
                check(access, needs, key);
            }
        }
        if (!aboutACase && needs != null) {
            beans.getBean(Permissions.class).require(needs.value());
        }
        return call.proceed();
    }

    private static void check(CaseAccess access, Needs needs, CaseKey key) {
        if (needs == null) {
            access.requireSight(key);
        } else {
            access.require(needs.value(), key);
        }
    }

    /** Of the method as the class has it, or as its interface declares it, or of the class. */
    static Needs needs(Method method, Class<?> target) {
        Method own = AopUtils.getMostSpecificMethod(method, target);
        Needs needs = AnnotatedElementUtils.findMergedAnnotation(own, Needs.class);
        return needs != null ? needs : AnnotatedElementUtils.findMergedAnnotation(own.getDeclaringClass(), Needs.class);
    }

    /** Public methods of services. */
    private static final class Guarded extends StaticMethodMatcherPointcutAdvisor {

        @Override
        public boolean matches(Method method, Class<?> target) {
            return target.getPackageName().startsWith("org.threshold.")
                    && AnnotatedElementUtils.hasAnnotation(target, Service.class)
                    && (Arrays.stream(method.getParameterTypes()).anyMatch(CaseKey.class::isAssignableFrom)
                    || needs(method, target) != null);
        }
    }
}
