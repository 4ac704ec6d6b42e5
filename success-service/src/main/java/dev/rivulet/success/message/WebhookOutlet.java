package dev.rivulet.success.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.success.webhook.Delivery;
import dev.rivulet.success.webhook.SignedPost;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Hands messages over to the tenant's own sender. */
@Singleton
final class WebhookOutlet implements Outlet {

    private final SignedPost post;
    private final ObjectMapper json;

    WebhookOutlet(SignedPost post, ObjectMapper json) {
        this.post = post;
        this.json = json;
    }

    @Override
    public Delivery deliver(Letter letter, MessageSettings settings) {
        return post.deliver(
                String.valueOf(settings.webhookUrl()),
                Objects.requireNonNull(settings.webhookSecret()),
                letter.id(),
                json(letter));
    }

    private String json(Letter letter) {
        try {
            return json.writeValueAsString(letter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
