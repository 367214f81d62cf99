package io.mizan.admin.render;

import java.util.Optional;

/**
 * A secret that is shown this once.
 *
 * @param section of the portal that it belongs to, and where one goes on
 * @param label what it is
 * @param value the secret itself
 * @param note what else has to happen before it works
 */
public record ShownOnce(String section, String title, String label, String value, Optional<String> note) {}
