package io.mizan.gateways.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** Comparisons whose time tells nothing of where two values differ. */
public final class ConstantTime {
    private ConstantTime() {}

    public static boolean equal(byte[] expected, byte[] given) {
        return MessageDigest.isEqual(expected, given);
    }

    public static boolean equal(String expected, String given) {
        return equal(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
