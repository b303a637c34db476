package org.threshold.access;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * What a route or a use case says of itself: which permission it needs, or why it needs none. The method's own word
 * comes before its class's.
 *
 * @param permission  null where it is open
 * @param openBecause null where it needs a permission
 */
public record Operation(Permission permission, String openBecause) {

    /** Empty where nobody said anything, which is refused. */
    public static Optional<Operation> of(Method method, Class<?> owner) {
        Class<?> target = ClassUtils.getUserClass(owner);
        Method own = AopUtils.getMostSpecificMethod(method, target);
        return of(own).or(() -> of(own.getDeclaringClass())).or(() -> of(target));
    }

    public boolean isOpen() {
        return permission == null;
    }

    private static Optional<Operation> of(AnnotatedElement element) {
        Needs needs = AnnotatedElementUtils.findMergedAnnotation(element, Needs.class);
        if (needs != null) {
            return Optional.of(new Operation(needs.value(), null));
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, OpenToAll.class))
                .map(open -> new Operation(null, open.value()));
    }
}
