package dev.rivulet.success.message;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.message.MessageTexts.Text;
import dev.rivulet.success.message.domain.QuietHours;
import dev.rivulet.success.webhook.SealedSecret;
import dev.rivulet.success.webhook.SecretKeeper;
import dev.rivulet.success.webhook.Secrets;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/** What tenants have decided of their messages: settings, templates, and who wants none. */
@Singleton
class SettingsTable implements SecretKeeper {

    private final Sql sql;
    private final Tenants tenants;
    private final Secrets secrets;

    SettingsTable(Sql sql, Tenants tenants, Secrets secrets) {
        this.sql = sql;
        this.tenants = tenants;
        this.secrets = secrets;
    }

    MessageSettings settings() {
        return sql
                .read(
                        "SELECT version, quiet_from, quiet_until, most, within_days, webhook_url, webhook_secret"
                                + " FROM message_settings WHERE tenant_id = ?",
                        row -> new MessageSettings(
                                row.getLong(1),
                                new QuietHours(row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class)),
                                row.getInt(4),
                                row.getInt(5),
                                row.getString(6),
                                SealedSecret.of(row.getBytes(7))),
                        tenants.current())
                .stream()
                .findFirst()
                .orElse(MessageSettings.USUAL);
    }

    /** Whether the settings were still those of this version. */
    boolean save(MessageSettings settings, long before) {
        return sql.update(
                        "INSERT INTO message_settings AS known (tenant_id, version, quiet_from, quiet_until, most,"
                                + " within_days, webhook_url, webhook_secret) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version,"
                                + " quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,"
                                + " most = excluded.most, within_days = excluded.within_days,"
                                + " webhook_url = excluded.webhook_url, webhook_secret = excluded.webhook_secret"
                                + " WHERE known.version = ?",
                        tenants.current(),
                        settings.version(),
                        settings.quiet().from(),
                        settings.quiet().until(),
                        settings.most(),
                        settings.withinDays(),
                        settings.webhookUrl(),
                        settings.webhookSecret() == null
                                ? null
                                : settings.webhookSecret().kept(),
                        before)
                == 1;
    }

    @Override
    public int reseal() {
        var outdated = sql
                .query(
                        "SELECT webhook_secret FROM message_settings WHERE tenant_id = ? AND webhook_secret IS NOT NULL"
                                + " FOR UPDATE",
                        row -> Objects.requireNonNull(SealedSecret.of(row.getBytes(1))),
                        tenants.current())
                .stream()
                .filter(secrets::isOutdated)
                .toList();
        outdated.forEach(secret -> sql.update(
                "UPDATE message_settings SET webhook_secret = ? WHERE tenant_id = ?",
                secrets.again(secret).kept(),
                tenants.current()));
        return outdated.size();
    }

    /** The tenant's own. */
    Optional<Text> template(String key, String language) {
        return sql
                .read(
                        "SELECT subject, body FROM message_template WHERE tenant_id = ? AND key = ? AND language = ?",
                        row -> new Text(row.getString(1), row.getString(2)),
                        tenants.current(),
                        key,
                        language)
                .stream()
                .findFirst();
    }

    void save(String key, String language, Text text, Instant now) {
        sql.update(
                "INSERT INTO message_template (tenant_id, key, language, subject, body, changed_at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, key, language) DO UPDATE SET subject = excluded.subject,"
                        + " body = excluded.body, changed_at = excluded.changed_at",
                tenants.current(),
                key,
                language,
                text.subject(),
                text.body(),
                Timestamp.from(now));
    }

    boolean removeTemplate(String key, String language) {
        return sql.update(
                        "DELETE FROM message_template WHERE tenant_id = ? AND key = ? AND language = ?",
                        tenants.current(),
                        key,
                        language)
                == 1;
    }

    void link(String hash, String recipient) {
        sql.update(
                "INSERT INTO message_link (tenant_id, hash, recipient) VALUES (?, ?, ?)",
                tenants.current(),
                hash,
                recipient);
    }

    Optional<String> recipient(String hash) {
        return sql
                .read(
                        "SELECT recipient FROM message_link WHERE tenant_id = ? AND hash = ?",
                        row -> row.getString(1),
                        tenants.current(),
                        hash)
                .stream()
                .findFirst();
    }

    void optOut(String recipient, Instant now) {
        sql.update(
                "INSERT INTO message_opt_out (tenant_id, recipient, opted_out_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                tenants.current(),
                recipient,
                Timestamp.from(now));
    }
}
