package dev.rivulet.subscription.bank;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.bank.domain.Entry;
import dev.rivulet.subscription.bank.domain.EntryKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An entry of a camt.053 statement: values by their path below Ntry, those of each transaction apart. */
final class CamtEntry {

    private static final String TRANSACTION = "NtryDtls/TxDtls";

    private final Map<String, String> own = new HashMap<>();
    private final List<Map<String, String>> transactions = new ArrayList<>();

    private CamtEntry() {}

    /** Reads on until the entry's end. */
    static CamtEntry read(XMLStreamReader xml) throws XMLStreamException {
        var entry = new CamtEntry();
        var path = new ArrayList<String>();
        var text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(xml.getLocalName());
                    text.setLength(0);
                    var at = String.join("/", path);
                    if (at.equals(TRANSACTION)) {
                        entry.transactions.add(new HashMap<>());
                    }
                    var currency = xml.getAttributeValue(null, "Ccy");
                    if (currency != null) {
                        entry.put(at + "@Ccy", currency);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.isEmpty()) {
                        return entry;
                    }
                    entry.put(String.join("/", path), text.toString().strip());
                    text.setLength(0);
                    path.removeLast();
                }
                default -> {
                    // Comments and white space.
                }
            }
        }
        throw new XMLStreamException("an entry without an end");
    }

    /** Remembers a value; what comes several times, such as lines of text, is joined. */
    private void put(String path, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (path.startsWith(TRANSACTION + "/") && !transactions.isEmpty()) {
            transactions.getLast().merge(path.substring(TRANSACTION.length() + 1), value, (a, b) -> a + " " + b);
        } else {
            own.merge(path, value, (a, b) -> a + " " + b);
        }
    }

    boolean isBooked() {
        return own.getOrDefault("Sts/Cd", own.getOrDefault("Sts", "BOOK")).equals("BOOK");
    }

    /**
     * A transfer of the entry.
     *
     * @param kind null where money went out that is no concern of ours
     * @param suffix tells it from the others where the bank calls none by its own name
     */
    record Part(Map<String, String> values, @Nullable EntryKind kind, Money amount, String suffix) {}

    /** Each transfer, where the bank tells how much each is and they make up the entry; else the entry as one. */
    List<Part> parts() {
        var whole = amount(own, "Amt");
        if (whole == null || whole.isNegative()) {
            throw Rejected.invalid("statement-malformed", "", "an entry without an amount");
        }
        if (whole.isZero()) {
            return List.of();
        }
        if (!isSumOfParts(whole)) {
            return List.of(whole(whole));
        }
        var parts = new ArrayList<Part>();
        for (var i = 0; i < transactions.size(); i++) {
            var part = transactions.get(i);
            var amount = amountOf(part);
            if (amount != null && !amount.isZero()) {
                parts.add(new Part(part, kind(part, false), amount, "/" + (i + 1)));
            }
        }
        return parts;
    }

    /** One transfer's own amount may be what was sent, before fees: what came is the entry's. */
    private Part whole(Money amount) {
        var joined = new HashMap<String, String>();
        for (var each : transactions) {
            each.forEach((path, value) -> joined.merge(path, value, (a, b) -> a.equals(b) ? a : a + " " + b));
        }
        joined.put("CdtDbtInd", own.getOrDefault("CdtDbtInd", ""));
        if (transactions.size() > 1) {
            joined.remove("Refs/AcctSvcrRef");
        }
        return new Part(joined, kind(joined, transactions.size() > 1), amount, "");
    }

    private boolean isSumOfParts(Money whole) {
        var sum = Money.zero(whole.currency());
        for (var part : transactions) {
            var amount = amountOf(part);
            if (amount == null || amount.isNegative() || !amount.currency().equals(whole.currency())) {
                return false;
            }
            sum = isCredit(part) == isCredit(own) ? sum.plus(amount) : sum.minus(amount);
        }
        return transactions.size() > 1 && sum.equals(whole);
    }

    private static @Nullable Money amountOf(Map<String, String> part) {
        var amount = amount(part, "Amt");
        return amount == null ? amount(part, "AmtDtls/TxAmt/Amt") : amount;
    }

    private static @Nullable Money amount(Map<String, String> values, String path) {
        var amount = values.get(path);
        var currency = values.get(path + "@Ccy");
        return amount == null || currency == null ? null : Money.of(amount, currency);
    }

    private boolean isCredit(Map<String, String> values) {
        return values.getOrDefault("CdtDbtInd", own.getOrDefault("CdtDbtInd", ""))
                .equals("CRDT");
    }

    private @Nullable EntryKind kind(Map<String, String> part, boolean batch) {
        var reversal = own.getOrDefault("RvslInd", "false").equals("true")
                || part.keySet().stream().anyMatch(path -> path.startsWith("RtrInf/"));
        return EntryKind.of(isCredit(part), reversal, batch);
    }

    Entry entry(Part part, EntryKind kind, String account) {
        var reference = reference(part);
        var known = cut(account + ":" + reference, 140);
        return new Entry(
                kind.isReversal() ? known + Entry.REVERSAL : known,
                reference,
                kind,
                bookedOn(),
                part.amount(),
                name(part.values(), kind == EntryKind.BOUNCED ? "Cdtr" : "Dbtr"),
                cut(remittance(part.values()), 500));
    }

    private String reference(Part part) {
        var transaction = part.values().get("Refs/AcctSvcrRef");
        if (transaction != null) {
            return transaction;
        }
        var entry = own.getOrDefault("AcctSvcrRef", own.get("NtryRef"));
        if (entry == null) {
            throw Rejected.invalid("statement-malformed", "", "an entry without a reference");
        }
        return entry + part.suffix();
    }

    private LocalDate bookedOn() {
        return LocalDate.parse(cut(own.getOrDefault("BookgDt/Dt", own.getOrDefault("BookgDt/DtTm", "")), 10));
    }

    private static @Nullable String name(Map<String, String> part, String party) {
        var name = part.getOrDefault("RltdPties/" + party + "/Nm", part.get("RltdPties/" + party + "/Pty/Nm"));
        return name == null ? null : cut(name, 200);
    }

    private String remittance(Map<String, String> part) {
        var text = new StringBuilder();
        for (var path : List.of("RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "Refs/EndToEndId", "AddtlTxInf")) {
            text.append(part.getOrDefault(path, "")).append(' ');
        }
        return text.append(own.getOrDefault("AddtlNtryInf", "")).toString().strip();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
