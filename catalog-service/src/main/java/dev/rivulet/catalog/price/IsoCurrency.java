package dev.rivulet.catalog.price;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.money.MoneyFormatException;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A currency that {@link Money} can be of. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = IsoCurrency.Check.class)
@interface IsoCurrency {

    String message() default "{currency-unknown}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<IsoCurrency, String> {

        @Override
        public boolean isValid(@Nullable String currency, ConstraintValidatorContext context) {
            if (currency == null) {
                return true;
            }
            try {
                return Money.currencyOf(currency).getCurrencyCode().equals(currency);
            } catch (MoneyFormatException unknown) {
                return false;
            }
        }
    }
}
