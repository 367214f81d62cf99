/** The command that verifies all chains from outside a server. */
package io.mizan.web.chain;
