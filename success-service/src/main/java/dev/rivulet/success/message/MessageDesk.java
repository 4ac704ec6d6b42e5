package dev.rivulet.success.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.input.Keys;
import dev.rivulet.success.message.MessageTexts.Text;
import dev.rivulet.success.message.domain.QuietHours;
import dev.rivulet.success.webhook.Secrets;
import dev.rivulet.success.webhook.SignedPost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** What people do with messages: send one, write templates, decide when and how often. */
@ApplicationScoped
@Transactional
class MessageDesk {

    private static final Duration USEFUL = Duration.ofDays(7);
    private static final Set<String> LANGUAGES = Set.of("en", "ru");

    private final Messages messages;
    private final MessageTable table;
    private final SettingsTable settings;
    private final MessageTexts texts;
    private final SignedPost post;
    private final Customers customers;
    private final Portfolio portfolio;
    private final MergePatch mergePatch;
    private final Secrets secrets;
    private final ClockedTenants clocked;
    private final TenantClock clock;

    MessageDesk(
            Messages messages,
            MessageTable table,
            SettingsTable settings,
            MessageTexts texts,
            SignedPost post,
            Customers customers,
            Portfolio portfolio,
            MergePatch mergePatch,
            Secrets secrets,
            ClockedTenants clocked,
            TenantClock clock) {
        this.messages = messages;
        this.table = table;
        this.settings = settings;
        this.texts = texts;
        this.post = post;
        this.customers = customers;
        this.portfolio = portfolio;
        this.mergePatch = mergePatch;
        this.secrets = secrets;
        this.clocked = clocked;
        this.clock = clock;
    }

    MessageView send(MessageRequest request) {
        portfolio.require(request.accountId());
        if (!customers.knows(request.accountId())) {
            throw Rejected.unprocessable("account-unknown", "/accountId");
        }
        if (!messages.knows(request.template())) {
            throw Rejected.unprocessable("template-unknown", "/template", request.template());
        }
        if (request.zone() != null && !ZoneId.getAvailableZoneIds().contains(request.zone())) {
            throw Rejected.invalid("zone-unknown", "/zone");
        }
        var id = messages.send(new MessageOrder(
                request.accountId(),
                request.recipient(),
                request.language() == null ? "en" : request.language(),
                request.zone(),
                request.template(),
                request.values() == null ? Map.of() : request.values(),
                "hand:" + UuidVersion7Strategy.INSTANCE.generateUuid(null),
                USEFUL));
        return get(id);
    }

    MessageView get(UUID id) {
        return table.find(id).orElseThrow(() -> Rejected.notFound("message", id));
    }

    TemplateView template(String key, String language) {
        return settings.template(key, language)
                .map(text -> TemplateView.of(key, language, text, false))
                .or(() -> MessageTexts.builtIn(key, language).map(text -> TemplateView.of(key, language, text, true)))
                .orElseThrow(() -> Rejected.notFound("message template", key + "/" + language));
    }

    TemplateView write(String key, String language, TemplateRequest request) {
        if (!key.matches(Keys.FORMAT)) {
            throw Rejected.invalid("key-format", "/key");
        }
        if (!LANGUAGES.contains(language)) {
            throw Rejected.notFound("language", language);
        }
        var text = new Text(request.subject(), request.body());
        texts.check(text);
        settings.save(key, language, text, clock.now());
        return template(key, language);
    }

    void remove(String key, String language) {
        if (!settings.removeTemplate(key, language)) {
            throw Rejected.notFound("message template", key + "/" + language);
        }
    }

    /** The secret is made anew with each new URL. */
    SettingsView change(@Nullable String ifMatch, JsonNode patch) {
        var before = settings.settings();
        Etag.require(ifMatch, before.version());
        var wanted = mergePatch.apply(SettingsRequest.of(before), patch);
        var url = wanted.webhookUrl();
        if (url != null && !post.accepts(url)) {
            throw Rejected.invalid("webhook-url-refused", "/webhookUrl");
        }
        var isNew = url != null && !url.equals(before.webhookUrl());
        var fresh = isNew ? secrets.generate() : null;
        var secret = fresh != null ? fresh.sealed() : url == null ? null : before.webhookSecret();
        var after = new MessageSettings(
                before.version() + 1,
                new QuietHours(wanted.quietFrom(), wanted.quietUntil()),
                wanted.most(),
                wanted.withinDays(),
                url,
                secret);
        if (!settings.save(after, before.version())) {
            throw Rejected.stale(settings.settings().version());
        }
        clocked.remember();
        return SettingsView.of(after, fresh == null ? null : fresh.text());
    }
}
