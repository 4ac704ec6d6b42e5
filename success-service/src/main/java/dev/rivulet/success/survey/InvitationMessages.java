package dev.rivulet.success.survey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.contact.Contacts;
import dev.rivulet.success.message.MessageOrder;
import dev.rivulet.success.message.Messages;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** Writes to those who are asked, where their address is known here; others are told by whoever knows them. */
@Singleton
class InvitationMessages {

    private static final String TEMPLATE = "survey-invitation";

    private final Messages messages;
    private final Contacts contacts;
    private final TenantClock clock;

    InvitationMessages(Messages messages, Contacts contacts, TenantClock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.clock = clock;
    }

    void invited(@Observes SurveyInvited invited) {
        var contact = new Person(invited.accountId(), invited.respondent()).contact();
        if (contact == null) {
            return;
        }
        contacts.find(contact)
                .filter(person -> person.account().equals(invited.accountId()))
                .map(Contacts.Person::contact)
                .filter(person -> !person.email().isBlank())
                .ifPresent(person -> messages.send(new MessageOrder(
                        invited.accountId(),
                        person.email(),
                        person.locale(),
                        null,
                        TEMPLATE,
                        Map.of(
                                "name",
                                person.name(),
                                "question",
                                person.locale().startsWith("ru") ? invited.questionRu() : invited.questionEn(),
                                "link",
                                invited.link()),
                        "survey:" + invited.invitationId(),
                        Duration.between(clock.now(), invited.expiresAt()))));
    }
}
