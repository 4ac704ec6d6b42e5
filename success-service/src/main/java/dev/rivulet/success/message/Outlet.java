package dev.rivulet.success.message;

import dev.rivulet.success.webhook.Delivery;
import java.util.UUID;

/** A way on which messages leave. Tried again it must not disturb twice: the id tells the receiver that it is the same. */
sealed interface Outlet permits WebhookOutlet, MailFolderOutlet {

    /** What is delivered, all of it rendered. */
    record Letter(
            UUID id,
            UUID account,
            String recipient,
            String language,
            String template,
            String subject,
            String body,
            String unsubscribeLink) {}

    Delivery deliver(Letter letter, MessageSettings settings);
}
