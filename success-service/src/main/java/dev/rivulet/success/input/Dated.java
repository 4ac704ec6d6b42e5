package dev.rivulet.success.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A date or time of this century: a year typed wrong is refused before it reaches calculations or the database. */
@Constraint(validatedBy = {Dated.OfDate.class, Dated.OfInstant.class})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Dated {

    String message() default "{time-out-of-range}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks local dates. */
    class OfDate implements ConstraintValidator<Dated, LocalDate> {

        private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
        private static final LocalDate TOO_LATE = LocalDate.of(2100, 1, 1);

        @Override
        public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
            return date == null || (!date.isBefore(EARLIEST) && date.isBefore(TOO_LATE));
        }
    }

    /** Checks points in time. */
    class OfInstant implements ConstraintValidator<Dated, Instant> {

        private static final Instant EARLIEST =
                OfDate.EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant();
        private static final Instant TOO_LATE =
                OfDate.TOO_LATE.atStartOfDay(ZoneOffset.UTC).toInstant();

        @Override
        public boolean isValid(@Nullable Instant time, ConstraintValidatorContext context) {
            return time == null || (!time.isBefore(EARLIEST) && time.isBefore(TOO_LATE));
        }
    }
}
