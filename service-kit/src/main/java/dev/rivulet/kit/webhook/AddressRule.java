package dev.rivulet.kit.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses a webhook may be sent to: public ones. Everything inside a network (loopback, private, link-local
 * with the clouds' metadata, carrier-grade NAT, unique local, multicast), everything reserved, and every way to write an
 * IPv4 address inside an IPv6 one is refused.
 */
public final class AddressRule {

    private static final List<Block> REFUSED_V4 = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 4),
            Block.of("240.0.0.0", 4));

    /** Of IPv6 only global unicast is public: NAT64, IPv4-compatible, unique local and link-local lie outside of it. */
    private static final Block GLOBAL_V6 = Block.of("2000::", 3);

    private static final List<Block> REFUSED_V6 = List.of(
            // Teredo, ORCHID, benchmarking.
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            // 6to4 holds an IPv4 address.
            Block.of("2002::", 16),
            Block.of("3fff::", 20));

    private final boolean loopbackAllowed;

    /** A rule that lets a developer's own machine through where the operator has said so. */
    public AddressRule(boolean loopbackAllowed) {
        this.loopbackAllowed = loopbackAllowed;
    }

    /**
     * The URL that a text is, if something may be sent to it: plain HTTP for a developer's machine only, and no address
     * that is refused. A name is looked up later, before each attempt: today's answer says nothing of then.
     */
    public Optional<WebhookUrl> acceptable(String text) {
        return WebhookUrl.parse(text)
                .filter(url -> url.secure() || loopbackAllowed)
                .filter(url -> url.literal().map(this::allows).orElse(true));
    }

    /** Java shows an IPv4-mapped IPv6 address as the IPv4 address it is, so that it is judged as one. */
    public boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopbackAllowed;
        }
        return switch (address.getAddress().length) {
            case 4 -> REFUSED_V4.stream().noneMatch(block -> block.holds(address));
            case 16 -> GLOBAL_V6.holds(address) && REFUSED_V6.stream().noneMatch(block -> block.holds(address));
            default -> false;
        };
    }

    private record Block(InetAddress base, int bits) {

        static Block of(String base, int bits) {
            return new Block(InetAddress.ofLiteral(base), bits);
        }

        boolean holds(InetAddress address) {
            var one = base.getAddress();
            var other = address.getAddress();
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
