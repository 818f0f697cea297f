// Command pki makes the sandbox's certificates: a certificate authority that lives for a day, and the
// certificates that it signs. Node.js can sign with a key, but cannot make an X.509 certificate.
//
//	pki FOLDER < requests.json
//
// writes ca.crt, ca.key, and NAME.crt, NAME.key for every request; NAME.pub too when only keys are wanted.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

const lifetime = 24 * time.Hour

// request is one certificate, or with KeysOnly a key pair.
type request struct {
	Name         string   `json:"name"`
	CommonName   string   `json:"commonName"`
	Organization []string `json:"organization"`
	Hosts        []string `json:"hosts"`
	KeysOnly     bool     `json:"keysOnly"`
	Expired      bool     `json:"expired"`
}

func write(folder, name, kind string, der []byte) error {
	data := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
	return os.WriteFile(filepath.Join(folder, name), data, 0o600)
}

func template(commonName string, organization, hosts []string) (*x509.Certificate, error) {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
	if err != nil {
		return nil, err
	}
	cert := &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: commonName, Organization: organization},
		NotBefore:    time.Now().Add(-time.Minute),
		NotAfter:     time.Now().Add(lifetime),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth},
	}
	for _, host := range hosts {
		if ip := net.ParseIP(host); ip != nil {
			cert.IPAddresses = append(cert.IPAddresses, ip)
		} else {
			cert.DNSNames = append(cert.DNSNames, host)
		}
	}
	if len(hosts) > 0 {
		cert.ExtKeyUsage = append(cert.ExtKeyUsage, x509.ExtKeyUsageServerAuth)
	}
	return cert, nil
}

func writeKeyPair(folder, name string) error {
	// Service account tokens are signed with RSA or ECDSA; RSA is what every verifier reads.
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return err
	}
	public, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		return err
	}
	if err := write(folder, name+".pub", "PUBLIC KEY", public); err != nil {
		return err
	}
	return write(folder, name+".key", "RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(key))
}

type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

// sign writes NAME.crt and NAME.key; signed by itself when there is no authority yet.
func sign(folder, name string, cert *x509.Certificate, by *authority) (*authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	if by == nil {
		by = &authority{cert, key}
	}
	der, err := x509.CreateCertificate(rand.Reader, cert, by.cert, &key.PublicKey, by.key)
	if err != nil {
		return nil, err
	}
	private, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	if err := write(folder, name+".crt", "CERTIFICATE", der); err != nil {
		return nil, err
	}
	return &authority{cert, key}, write(folder, name+".key", "PRIVATE KEY", private)
}

func run(folder string) error {
	var requests []request
	if err := json.NewDecoder(os.Stdin).Decode(&requests); err != nil {
		return fmt.Errorf("requests: %w", err)
	}
	root, err := template("omninode sandbox", nil, nil)
	if err != nil {
		return err
	}
	root.IsCA, root.BasicConstraintsValid = true, true
	root.KeyUsage |= x509.KeyUsageCertSign
	// An authority limited to some uses limits every certificate that it signs.
	root.ExtKeyUsage = nil
	ca, err := sign(folder, "ca", root, nil)
	if err != nil {
		return err
	}
	for _, r := range requests {
		if r.KeysOnly {
			if err := writeKeyPair(folder, r.Name); err != nil {
				return fmt.Errorf("%s: %w", r.Name, err)
			}
			continue
		}
		cert, err := template(r.CommonName, r.Organization, r.Hosts)
		if err != nil {
			return err
		}
		if r.Expired {
			cert.NotBefore, cert.NotAfter = time.Now().Add(-2*lifetime), time.Now().Add(-lifetime)
		}
		if _, err := sign(folder, r.Name, cert, ca); err != nil {
			return fmt.Errorf("%s: %w", r.Name, err)
		}
	}
	return nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pki FOLDER < requests.json")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
