package dev.rivulet.success.message;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.webhook.Delivery;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mail as files in a folder, for development: one file per message, however often it is delivered. */
@Singleton
final class MailFolderOutlet implements Outlet {

    private final Optional<Path> folder;
    private final Tenants tenants;
    private final TenantClock clock;

    MailFolderOutlet(
            @ConfigProperty(name = "rivulet.message.mail-folder") Optional<Path> folder,
            Tenants tenants,
            TenantClock clock) {
        this.folder = folder;
        this.tenants = tenants;
        this.clock = clock;
    }

    boolean isOpen() {
        return folder.isPresent();
    }

    @Override
    public Delivery deliver(Letter letter, MessageSettings settings) {
        try {
            var own = Files.createDirectories(folder.orElseThrow().resolve(tenants.current()));
            var written = Files.writeString(own.resolve(letter.id() + ".part"), mail(letter));
            Files.move(written, own.resolve(letter.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
            return new Delivery.Done();
        } catch (IOException e) {
            return new Delivery.Failed("folder-not-writable", false);
        }
    }

    private String mail(Letter letter) {
        return String.join(
                "\r\n",
                "Message-ID: <" + letter.id() + "@rivulet.localhost>",
                "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.now().atOffset(ZoneOffset.UTC)),
                "To: <" + letter.recipient() + ">",
                "Subject: =?UTF-8?B?" + base64(letter.subject()) + "?=",
                "Content-Language: " + letter.language(),
                "List-Unsubscribe: <" + letter.unsubscribeLink() + ">",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                letter.body(),
                "");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
