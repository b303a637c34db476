package org.threshold.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation that a route or a use case is, so that the table of permissions decides who may ask for it. On a route
 * it is checked before anything of it runs; on a service's method, before the method does. Where the method takes a
 * {@link CaseKey}, or the route has a {@code {reference}}, it is checked for that case.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {

    Permission value();
}
