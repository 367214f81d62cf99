/**
 * Who may call the API. A merchant's server calls with a secret key, a checkout page with a publishable one; a key is
 * shown once and kept as a hash. A key also says to which origins a customer may be sent back, and from which pages a
 * publishable key may be used.
 */
package io.mizan.access;
