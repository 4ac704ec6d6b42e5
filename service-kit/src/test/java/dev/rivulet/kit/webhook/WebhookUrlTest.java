package dev.rivulet.kit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example, true, hooks.example, 443, /",
        "https://Hooks.Example/a/b?c=d%20e, true, hooks.example, 443, /a/b?c=d%20e",
        "HTTP://hooks.example:8080/, false, hooks.example, 8080, /",
        "https://93.184.215.14/x, true, 93.184.215.14, 443, /x",
        "'https://[2606:4700:4700::1111]:8443/x', true, 2606:4700:4700::1111, 8443, /x",
        "https://xn--80ak6aa92e.com/, true, xn--80ak6aa92e.com, 443, /",
        "https://hooks.example?x=1, true, hooks.example, 443, /?x=1"
    })
    void shouldTakeUrlsApart(String url, boolean secure, String host, int port, String path) {
        assertThat(WebhookUrl.parse(url)).contains(new WebhookUrl(secure, host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example",
                "//hooks.example/",
                "/relative",
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "gopher://hooks.example/",
                "https:///path",
                "https://",
                "https://user:secret@hooks.example/",
                "https://hooks.example@10.0.0.1/",
                "https://hooks.example/#part",
                "https://hooks.example:0/",
                "https://hooks.example:65536/",
                "https://hooks.example/a b",
                "https://hooks.example\\@10.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://127.0.0.1./",
                "https://1.2.3/",
                "https://a.0x7f/",
                "https://256.0.0.1.5/",
                "https://127%2e0.0.1/",
                "https://[fe80::1%25eth0]/",
                "https://①②⑦.0.0.1/"
            })
    void shouldRefuseWhatIsNoneOrLooksLikeAnother(String url) {
        assertThat(WebhookUrl.parse(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.0.0.1/, 10.0.0.1",
        "https://[::1]/, 0:0:0:0:0:0:0:1",
        "'https://[::ffff:10.0.0.1]/', 10.0.0.1"
    })
    void shouldKnowAnAddressFromAName(String url, String address) {
        assertThat(WebhookUrl.parse(url).orElseThrow().literal().orElseThrow().getHostAddress())
                .isEqualTo(address);
        assertThat(WebhookUrl.parse("https://hooks.example").orElseThrow().literal())
                .isEmpty();
    }
}
