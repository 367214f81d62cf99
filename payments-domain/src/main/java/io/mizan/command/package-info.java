/**
 * What we ask of gateways: each command is stored with its exact request and key before it goes on the wire, and is
 * never without a follow-up until its outcome is known (invariant 6).
 */
package io.mizan.command;
