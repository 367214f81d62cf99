package io.mizan.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Addresses that a call may come from: one, or a network in CIDR notation (RFC 4632, RFC 4291), of IPv4 or IPv6. Names of
 * hosts are none: whoever answers for the name would answer for the key.
 *
 * @param text as it was written: {@code 192.0.2.7}, {@code 192.0.2.0/24}, {@code 2001:db8::/32}
 */
public record AddressRange(String text) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** @throws IllegalArgumentException unless it is an address or a network, without bits outside of its prefix */
    public AddressRange {
        var network = bytes(before(text));
        int length = length(text, network.length * Byte.SIZE);
        if (text.contains("/") && !isPrefix(network, length)) {
            throw new IllegalArgumentException("an address has bits outside of its network's prefix");
        }
    }

    /** Whether an address lies in it; something that is no address lies nowhere. */
    public boolean contains(String address) {
        byte[] asked;
        try {
            asked = bytes(address);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
        var network = bytes(before(text));
        int length = length(text, network.length * Byte.SIZE);
        if (asked.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (bit(asked, bit) != bit(network, bit)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isPrefix(byte[] network, int length) {
        for (int bit = length; bit < network.length * Byte.SIZE; bit++) {
            if (bit(network, bit) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] bytes, int index) {
        return (bytes[index / Byte.SIZE] >> (Byte.SIZE - 1 - index % Byte.SIZE)) & 1;
    }

    private static String before(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    private static int length(String text, int most) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return most;
        }
        var digits = text.substring(slash + 1);
        if (!LENGTH.matcher(digits).matches() || Integer.parseInt(digits) > most) {
            throw new IllegalArgumentException("a network looks like 192.0.2.0/24 or 2001:db8::/32");
        }
        return Integer.parseInt(digits);
    }

    /** Four bytes or sixteen; an IPv4 address written as one of IPv6 ({@code ::ffff:192.0.2.7}) has four. */
    private static byte[] bytes(String address) {
        if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            throw new IllegalArgumentException("an address looks like 192.0.2.7 or 2001:db8::7");
        }
        try {
            // Of what has this form nobody is asked for a name.
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException notOne) {
            throw new IllegalArgumentException("an address looks like 192.0.2.7 or 2001:db8::7", notOne);
        }
    }
}
