package dev.rivulet.catalog.activity.domain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Repairs Russian text that was CP1251 or UTF-8 and was read as Latin-1: "Òîðãîâëÿ" is "Торговля". What is not broken
 * that way, such as "Café" or "Größe", stays as it is.
 */
public final class Mojibake {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset LATIN = Charset.forName("windows-1252");

    /** So many accented letters in a row are in no word of a language that is written with them. */
    private static final int NO_WORD = 4;

    private Mojibake() {}

    /** The text as it was meant. */
    public static String repaired(String text) {
        if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(Mojibake::isCyrillic)) {
            return text;
        }
        var bytes = bytes(text);
        if (bytes.length == 0) {
            return text;
        }
        // Accented letters are seldom UTF-8 by chance, and then not of Cyrillic.
        var unicode = decoded(bytes, StandardCharsets.UTF_8);
        if (unicode != null && unicode.chars().anyMatch(Mojibake::isCyrillic)) {
            return unicode;
        }
        var russian = looksBroken(text) ? decoded(bytes, CYRILLIC) : null;
        return russian == null ? text : russian;
    }

    private static boolean isCyrillic(int c) {
        return c >= 0x400 && c <= 0x4FF;
    }

    /**
     * Of its letters most are accented, with a vowel or two in a row, or many are accented in a row: no language that
     * uses them writes so.
     */
    private static boolean looksBroken(String text) {
        var letters = 0;
        var accented = 0;
        var row = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
            }
            // А to я are 0xC0 to 0xFF, Ё and ё 0xA8 and 0xB8, which Latin-1 has for no letters.
            if (c >= 0xC0 && c <= 0xFF) {
                accented++;
                row++;
            } else {
                row = 0;
            }
            if (row == NO_WORD) {
                return true;
            }
        }
        return accented > 0 && accented * 2 > letters;
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException another) {
            return null;
        }
    }

    /** One byte for each character, or nothing where one was never a byte. */
    private static byte[] bytes(String text) {
        var bytes = new byte[text.length()];
        for (var i = 0; i < bytes.length; i++) {
            var c = text.charAt(i);
            if (c <= 0xFF) {
                bytes[i] = (byte) c;
                continue;
            }
            // Dashes and quotation marks of CP1252, between 0x80 and 0x9F.
            try {
                bytes[i] = LATIN.newEncoder()
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .encode(CharBuffer.wrap(new char[] {c}))
                        .get();
            } catch (CharacterCodingException neverAByte) {
                return new byte[0];
            }
        }
        return bytes;
    }
}
