package org.threshold.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a bean into the catalogue of what an expression in a model may use. On the class, the value is the bean's name
 * in models, such as {@code standards}; on a public method, the mark allows that method. What carries no mark cannot
 * be reached from a model. A bean that implements {@code JavaDelegate} needs no mark: a service task names it by its
 * bean name, and no expression can call its methods.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForModels {

    /** The bean's name in models; on a method it stays empty, the method's own name counts. */
    String value() default "";
}
