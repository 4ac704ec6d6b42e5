package dev.rivulet.success.webhook;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.webhook.SecretBox;
import dev.rivulet.kit.webhook.WebhookSecret;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Objects;

/** The secrets that webhooks of the current tenant are signed with. Made at the start: without a key there is none. */
@Startup
@Singleton
public class Secrets {

    private final SecretBox box;
    private final Tenants tenants;

    Secrets(SecretBox box, Tenants tenants) {
        this.box = box;
        this.tenants = tenants;
    }

    /**
     * A new one.
     *
     * @param text as the receiver is given it, once
     */
    public record Fresh(String text, SealedSecret sealed) {}

    /** To be shown now, and kept. */
    public Fresh generate() {
        var secret = WebhookSecret.generate();
        return new Fresh(WebhookSecret.text(secret), seal(secret));
    }

    byte[] open(SealedSecret secret) {
        return box.open(tenants.current(), secret.kept());
    }

    /** Whether it is not sealed with the present key. */
    public boolean isOutdated(SealedSecret secret) {
        return box.isOutdated(secret.kept());
    }

    /** The same secret under the present key. */
    public SealedSecret again(SealedSecret secret) {
        return seal(open(secret));
    }

    private SealedSecret seal(byte[] secret) {
        return Objects.requireNonNull(SealedSecret.of(box.seal(tenants.current(), secret)));
    }
}
