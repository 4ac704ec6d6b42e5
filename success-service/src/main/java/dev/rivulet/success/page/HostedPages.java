package dev.rivulet.success.page;

import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Small pages that need no JavaScript, in English or Russian. Their policy lets a browser load nothing but their own
 * style and send forms nowhere but back; the link, which is the authority, is told to no other site.
 */
@Singleton
public class HostedPages {

    private static final String STYLE = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;"
            + "padding:0 1rem;color:#1b1b1b;background:#fff}fieldset{border:0;padding:0;margin:1rem 0}"
            + "legend,label.text{display:block;font-weight:600;margin:1rem 0 .5rem}"
            + "label.value{display:inline-block;padding:.4rem .7rem;margin:.15rem;border:1px solid #767676;"
            + "border-radius:.4rem}textarea,input[type=text]{width:100%;font:inherit;box-sizing:border-box}"
            + "button{font:inherit;padding:.5rem 1.2rem;margin:1rem .5rem 0 0}.error{color:#a40000}"
            + ".ends{display:flex;justify-content:space-between;color:#555}";
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Engine templates;

    HostedPages(Engine templates) {
        this.templates = templates;
    }

    /** A page by the name of its template in {@code templates/pages}, with what is particular to it. */
    public RestResponse<String> show(int status, String name, PageLanguage language, Map<String, ?> values) {
        var instance = Objects.requireNonNull(templates.getTemplate("pages/" + name + ".html"))
                .instance();
        values.forEach(instance::data);
        instance.data("texts", texts(language));
        instance.data("language", language.locale.getLanguage());
        instance.data("style", STYLE);
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(instance.render())
                .header("Content-Type", "text/html;charset=UTF-8")
                .header("Content-Language", language.locale.getLanguage())
                .header("Vary", "Accept-Language")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A page that only says something, by the name of its text. */
    public RestResponse<String> say(int status, String text, PageLanguage language) {
        return show(
                status,
                "message",
                language,
                Map.of("message", Objects.requireNonNull(texts(language).get(text))));
    }

    /** What pages say, by key. */
    public Map<String, String> texts(PageLanguage language) {
        var bundle = ResourceBundle.getBundle(
                "pages",
                language.locale,
                Thread.currentThread().getContextClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var texts = new HashMap<String, String>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
