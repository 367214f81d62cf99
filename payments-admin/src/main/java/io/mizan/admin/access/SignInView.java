package io.mizan.admin.access;

import java.util.Optional;

/** @param refusal why the last try did not succeed */
public record SignInView(Optional<String> refusal) {}
