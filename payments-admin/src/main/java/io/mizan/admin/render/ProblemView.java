package io.mizan.admin.render;

/** A page that is not there, or that went wrong. */
public record ProblemView(String title, String sentence) {}
