/** One system's way of installing a certificate authority. The names in the menus are those of the systems themselves. */
interface Way {
  readonly system: string;
  readonly steps: readonly string[];
}

interface Words {
  readonly title: string;
  readonly why: string;
  readonly get: string;
  readonly compare: string;
  readonly ways: readonly Way[];
  readonly done: string;
  readonly other: string;
}

const words: Readonly<Record<'fr' | 'en', Words>> = {
  en: {
    title: 'Trust this store’s station',
    why: 'This certificate lets your device check that it talks to this store’s station and to nobody else. It vouches for the station’s own names only; it cannot be used for any other site.',
    get: 'Get the certificate',
    compare:
      'Before you trust it, compare this fingerprint with the one on the manager page or on the station’s terminal. If one group differs, stop and tell the manager.',
    ways: [
      {
        system: 'Android',
        steps: [
          'Download the certificate.',
          'Open Settings, search for “CA certificate”, and choose Install anyway.',
          'Choose the file store-ca.crt. The device asks for its PIN.',
        ],
      },
      {
        system: 'iPhone and iPad',
        steps: [
          'Open this page in Safari and download the certificate; allow the profile.',
          'Settings, Profile Downloaded: compare the fingerprint under More Details, then Install.',
          'Settings, General, About, Certificate Trust Settings: switch the certificate on.',
        ],
      },
      {
        system: 'Windows',
        steps: [
          'Compare the SHA-256 fingerprint with the command: certutil -hashfile store-ca.crt SHA256.',
          'Open store-ca.crt, Install Certificate, Local Machine, Trusted Root Certification Authorities.',
        ],
      },
      {
        system: 'macOS',
        steps: [
          'Open store-ca.crt with Keychain Access, keychain “System”.',
          'Open the certificate, compare its SHA-256 fingerprint, and under Trust choose “Always Trust” for SSL.',
        ],
      },
      {
        system: 'Managed devices (MDM)',
        steps: [
          'Upload store-ca.crt as a trusted root (Android Enterprise: CA certificate; Apple: Certificate payload; Intune: Trusted certificate).',
          'Apple devices trust it at once when the MDM installs it; nobody has to touch the phones.',
        ],
      },
    ],
    done: 'Then open the staff page. The browser must show no warning; if it shows one, do not type a PIN.',
    other: 'En français',
  },
  fr: {
    title: 'Faire confiance à la station de ce magasin',
    why: 'Grâce à ce certificat, votre appareil vérifie qu’il parle bien à la station de ce magasin, et à personne d’autre. Il ne vaut que pour les noms de la station\u00a0: il ne peut servir pour aucun autre site.',
    get: 'Télécharger le certificat',
    compare:
      'Avant d’accorder votre confiance, comparez cette empreinte avec celle de la page du responsable ou du terminal de la station. Si un seul groupe diffère, arrêtez et prévenez le responsable.',
    ways: [
      {
        system: 'Android',
        steps: [
          'Téléchargez le certificat.',
          'Dans les Paramètres, cherchez «\u00a0certificat CA\u00a0», puis choisissez Installer quand même.',
          'Choisissez le fichier store-ca.crt. L’appareil demande son code.',
        ],
      },
      {
        system: 'iPhone et iPad',
        steps: [
          'Ouvrez cette page dans Safari, téléchargez le certificat et autorisez le profil.',
          'Réglages, Profil téléchargé\u00a0: comparez l’empreinte sous Plus de détails, puis Installer.',
          'Réglages, Général, Informations, Réglages des certificats\u00a0: activez le certificat.',
        ],
      },
      {
        system: 'Windows',
        steps: [
          'Comparez l’empreinte SHA-256 avec la commande\u00a0: certutil -hashfile store-ca.crt SHA256.',
          'Ouvrez store-ca.crt, Installer un certificat, Ordinateur local, Autorités de certification racines de confiance.',
        ],
      },
      {
        system: 'macOS',
        steps: [
          'Ouvrez store-ca.crt avec Trousseaux d’accès, trousseau «\u00a0Système\u00a0».',
          'Ouvrez le certificat, comparez son empreinte SHA-256 et choisissez «\u00a0Toujours approuver\u00a0» pour SSL.',
        ],
      },
      {
        system: 'Appareils gérés (MDM)',
        steps: [
          'Déposez store-ca.crt comme racine de confiance (Android Enterprise\u00a0: certificat CA\u00a0; Apple\u00a0: charge utile Certificat\u00a0; Intune\u00a0: certificat approuvé).',
          'Les appareils Apple lui font confiance dès que le MDM l’installe\u00a0: personne n’a à toucher les téléphones.',
        ],
      },
    ],
    done: 'Ouvrez ensuite la page de l’équipe. Le navigateur ne doit afficher aucun avertissement\u00a0; s’il en affiche un, ne saisissez pas votre code.',
    other: 'In English',
  },
};

/** The fingerprint in lines of eight pairs, which an eye can compare. */
const inLines = (fingerprint: string): string => (fingerprint.match(/(?:[0-9A-F]{2}:?){1,8}/g) ?? []).join('\n');

/** The instructions, in one language. It has no script, and no style but the browser's own. */
export function handOutPage(language: 'fr' | 'en', fingerprint: string): string {
  const { title, why, get, compare, ways, done, other } = words[language];
  const list = ways.map(({ system, steps }) => `<h2>${system}</h2><ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>`);
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><main><h1>${title}</h1><p>${why}</p><p><strong><a href="/store-ca.crt" download>${get}</a></strong></p><p>${compare}</p><pre>${inLines(fingerprint)}</pre>${list.join('')}<p>${done}</p><p><a href="/${language === 'fr' ? 'en' : 'fr'}" lang="${language === 'fr' ? 'en' : 'fr'}">${other}</a></p></main></html>`;
}
