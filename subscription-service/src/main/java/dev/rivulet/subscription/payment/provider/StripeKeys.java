package dev.rivulet.subscription.payment.provider;

import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * A tenant's keys, from the operator's configuration ({@code rivulet.payment.stripe.<tenant>.secret-key} and so on,
 * best from the environment or a secret store) and nowhere else: no request can name another tenant's.
 */
@Singleton
public class StripeKeys {

    private static final String PREFIX = "rivulet.payment.stripe.";

    private final Config config;
    private final Tenants tenants;

    StripeKeys(Config config, Tenants tenants) {
        this.config = config;
        this.tenants = tenants;
    }

    Optional<String> secretKey() {
        return value("secret-key");
    }

    URI baseUrl() {
        return URI.create(value("base-url").orElse("https://api.stripe.com"));
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(PREFIX + tenants.current() + "." + name, String.class);
    }
}
