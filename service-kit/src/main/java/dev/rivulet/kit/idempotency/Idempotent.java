package dev.rivulet.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that creates or charges: with an {@code Idempotency-Key} header the effect happens once and its
 * answer is replayed for 24 hours. The method runs in one transaction with the
 * record of its answer, unless it is {@link #shared}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /**
     * Whether the method shares its transaction with other requests: it is carried out in none then, and does itself with
     * {@link Claim#current} and {@link IdempotencyKeys} what else is done here.
     */
    @Nonbinding
    boolean shared() default false;

    /** The request header. */
    String HEADER = "Idempotency-Key";

    /** Response header that marks a replayed answer. */
    String REPLAYED = "Idempotency-Replayed";
}
