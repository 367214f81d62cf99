/** Providers' callbacks over HTTP. */
package io.mizan.web.webhook;
