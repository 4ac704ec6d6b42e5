package dev.rivulet.kit.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.TemplateInstance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** Lays a document out as a page, whose template escapes every text, or as a PDF with its own fonts. */
public final class Printer {

    /** What no page may have in it: a name with a control character would make it unreadable as a whole. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]");

    private Printer() {}

    /** The page, as XHTML. */
    public static String html(TemplateInstance document) {
        return UNPRINTABLE.matcher(document.render()).replaceAll("");
    }

    /** The same page as a PDF; the font is PT Sans, Cyrillic among its letters. */
    public static byte[] pdf(TemplateInstance document) {
        var out = new ByteArrayOutputStream();
        var renderer = new PdfRendererBuilder()
                .useFont(() -> font("PTSans-Regular.ttf"), "PT Sans", 400, FontStyle.NORMAL, true)
                .useFont(() -> font("PTSans-Bold.ttf"), "PT Sans", 700, FontStyle.NORMAL, true)
                .withHtmlContent(html(document), null)
                .toStream(out);
        try {
            renderer.run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print a document", e);
        }
        return out.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("fonts/" + name), name);
    }
}
