package io.mizan.admin.render;

/**
 * A time, ready to be shown.
 *
 * @param text in full, with its zone
 * @param iso for machines
 * @param distance how far from now, in a few characters
 */
public record Moment(String text, String iso, String distance) {}
