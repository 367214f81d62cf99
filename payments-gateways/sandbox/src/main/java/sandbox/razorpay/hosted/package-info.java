/** The checkout that customers see. */
package sandbox.razorpay.hosted;
