package dev.rivulet.success.journey;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.contact.ContactView;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.message.MessageOrder;
import dev.rivulet.success.message.Messages;
import dev.rivulet.success.touch.TouchState;
import dev.rivulet.success.touch.Touches;
import dev.rivulet.success.webhook.Webhooks;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What steps have to say, to the people at a customer and to other systems. */
@Singleton
class StepMessages {

    /** A step that comes much too late has nothing to say any more. */
    private static final Duration USEFUL = Duration.ofDays(7);

    private final Messages messages;
    private final Contacts contacts;
    private final Touches touches;
    private final Webhooks webhooks;

    StepMessages(Messages messages, Contacts contacts, Touches touches, Webhooks webhooks) {
        this.messages = messages;
        this.contacts = contacts;
        this.touches = touches;
        this.webhooks = webhooks;
    }

    /** 422 {@code template-unknown}, {@code endpoint-unknown}. */
    void check(JourneyDefinition definition) {
        var steps = definition.steps();
        for (var i = 0; i < steps.size(); i++) {
            var template = steps.get(i).template();
            if (template != null && !messages.knows(template)) {
                throw Rejected.unprocessable("template-unknown", "/definition/steps/" + i + "/template", template);
            }
            var endpoint = steps.get(i).endpoint();
            if (endpoint != null && !webhooks.knows(endpoint)) {
                throw Rejected.unprocessable("endpoint-unknown", "/definition/steps/" + i + "/endpoint", endpoint);
            }
        }
    }

    /** The first of the messages; null where there is nobody to write to, or the template is gone. */
    @Nullable
    UUID send(Enrolment enrolment, StepSpec spec) {
        var account = enrolment.accountId;
        var template = Objects.requireNonNull(spec.template());
        if (account == null || !messages.knows(template)) {
            return null;
        }
        var manager = touches.of(enrolment.subject()).map(TouchState::manager).orElse("");
        return contacts.at(account).stream()
                .filter(person -> !person.email().isBlank() && isMeant(person, spec.function()))
                .map(person -> messages.send(new MessageOrder(
                        account,
                        person.email(),
                        person.locale(),
                        null,
                        template,
                        Map.of("name", person.name(), "manager", manager),
                        "journey:%s:%s:%s".formatted(enrolment.id, spec.key(), person.id()),
                        USEFUL)))
                .toList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The call of another system; null where the endpoint is gone. */
    @Nullable
    UUID tell(Enrolment enrolment, Journey journey, StepSpec spec, Instant due, Instant now) {
        return webhooks.tell(
                        Objects.requireNonNull(spec.endpoint()),
                        enrolment.accountId,
                        "journey:%s:%s".formatted(enrolment.id, spec.key()),
                        StepReached.of(enrolment, journey, spec, due, now))
                .orElse(null);
    }

    private static boolean isMeant(ContactView person, @Nullable String function) {
        return function == null || function.strip().equalsIgnoreCase(person.function());
    }
}
