package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.webhook.AddressRule;
import dev.rivulet.kit.webhook.WebhookUrl;
import dev.rivulet.subscription.webhook.Attempt.Outcome;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a URL leads. The name is looked up once, here; what is connected to is the address that was checked, so that a
 * name cannot mean one thing when it is checked and another when it is called.
 */
@Singleton
class Destinations {

    /** Looks a name up. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** The address to connect to, or why there is none. */
    sealed interface Destination {
        record Reachable(WebhookUrl url, InetSocketAddress address) implements Destination {}

        record Refused(Outcome outcome) implements Destination {}
    }

    private final AddressRule rule;
    private final Resolver resolver;

    @Inject
    Destinations(@ConfigProperty(name = "rivulet.webhook.allow-loopback") boolean loopbackAllowed) {
        this(loopbackAllowed, InetAddress::getAllByName);
    }

    Destinations(boolean loopbackAllowed, Resolver resolver) {
        this.rule = new AddressRule(loopbackAllowed);
        this.resolver = resolver;
    }

    /** What a URL may look like. A name is looked up later, before each attempt: today's answer says nothing of then. */
    Optional<WebhookUrl> acceptable(String text) {
        return rule.acceptable(text);
    }

    Destination of(String text) {
        var url = acceptable(text).orElse(null);
        if (url == null) {
            return new Destination.Refused(Outcome.ADDRESS_REFUSED);
        }
        try {
            var addresses = resolver.resolve(url.host());
            // One bad address among several is an attempt to be sent there sooner or later.
            return addresses.length > 0 && Arrays.stream(addresses).allMatch(rule::allows)
                    ? new Destination.Reachable(url, new InetSocketAddress(addresses[0], url.port()))
                    : new Destination.Refused(Outcome.ADDRESS_REFUSED);
        } catch (UnknownHostException e) {
            return new Destination.Refused(Outcome.NAME_UNKNOWN);
        }
    }
}
