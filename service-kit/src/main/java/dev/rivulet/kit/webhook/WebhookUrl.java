package dev.rivulet.kit.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL a webhook can be sent to: absolute, with a host, without user and fragment.
 *
 * @param host a name, or an address in its one canonical form, without brackets
 * @param path path and query, as they go into the request
 */
public record WebhookUrl(boolean secure, String host, int port, String path) {

    private static final Pattern DOTTED = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    /** What resolvers read as a number: an address in decimal, octal or hexadecimal, whole or in parts. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    /** Empty for everything else, among it addresses written so that they look like something else. */
    public static Optional<WebhookUrl> parse(String text) {
        try {
            var uri = new URI(text);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if ((!scheme.equals("https") && !scheme.equals("http"))
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || uri.getPort() == 0
                    || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            var host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
            if (host.contains("%") || (ENDS_IN_A_NUMBER.matcher(host).matches() && !isAddress(host))) {
                return Optional.empty();
            }
            var secure = scheme.equals("https");
            var port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(new WebhookUrl(secure, host, port, path + query));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || DOTTED.matcher(host).matches();
    }

    /** The address, where the host is one and no name. */
    public Optional<InetAddress> literal() {
        return isAddress(host) ? Optional.of(InetAddress.ofLiteral(host)) : Optional.empty();
    }
}
