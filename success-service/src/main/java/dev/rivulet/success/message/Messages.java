package dev.rivulet.success.message;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.message.MessageTexts.Text;
import dev.rivulet.success.page.PageLinks;
import dev.rivulet.success.page.PageToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Sends messages to people at customers, for whichever feature has something to say to them. */
@ApplicationScoped
public class Messages {

    static final String PAGE = "unsubscribe-pages";

    private final MessageTable messages;
    private final SettingsTable settings;
    private final MessageTexts texts;
    private final Customers customers;
    private final PageLinks links;
    private final ClockedTenants clocked;
    private final TenantClock clock;
    private final Tenants tenants;

    Messages(
            MessageTable messages,
            SettingsTable settings,
            MessageTexts texts,
            Customers customers,
            PageLinks links,
            ClockedTenants clocked,
            TenantClock clock,
            Tenants tenants) {
        this.messages = messages;
        this.settings = settings;
        this.texts = texts;
        this.customers = customers;
        this.links = links;
        this.clocked = clocked;
        this.clock = clock;
        this.tenants = tenants;
    }

    /**
     * Has a message sent, once, from the end of the caller's transaction on: outside the quiet hours of the recipient's
     * zone, not more often than the tenant allows, and not to who wants none. What it says is fixed now.
     *
     * @return the message, which the same key gives again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID send(MessageOrder order) {
        var language = order.language().toLowerCase(Locale.ROOT).startsWith("ru") ? "ru" : "en";
        var template = template(order.template(), language)
                .orElseThrow(() -> new IllegalArgumentException("no template " + order.template()));
        var account = order.account();
        var zone = order.zone() == null
                ? Objects.requireNonNull(customers.zones(List.of(account)).getOrDefault(account, ZoneOffset.UTC))
                        .getId()
                : order.zone();
        var values = new HashMap<>(order.values());
        var name = customers.get(account).name();
        if (name != null) {
            values.putIfAbsent("customer", name);
        }
        var token = PageToken.issue(tenants.current());
        var link = links.to(PAGE, token);
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var localized = new MessageOrder(
                account,
                order.recipient().strip().toLowerCase(Locale.ROOT),
                language,
                zone,
                order.template(),
                order.values(),
                order.dedupeKey(),
                order.useful());
        if (messages.add(id, localized, zone, link, texts.render(template, values, language, link), clock.now())) {
            settings.link(token.hash(), localized.recipient());
            clocked.remember();
            return id;
        }
        return Objects.requireNonNull(messages.byKey(order.dedupeKey()));
    }

    /** Whether there is such a template. */
    public boolean knows(String template) {
        return template(template, "en").isPresent();
    }

    /** The tenant's own, else that of the product; in English where it has none in the language. */
    private Optional<Text> template(String key, String language) {
        return settings.template(key, language)
                .or(() -> MessageTexts.builtIn(key, language))
                .or(() -> settings.template(key, "en"))
                .or(() -> MessageTexts.builtIn(key, "en"));
    }
}
