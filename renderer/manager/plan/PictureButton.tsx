import { Trans } from '@lingui/react';

/** Chooses a picture file. The same file may be chosen twice. */
export function PictureButton({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <label className="file">
      <Trans id="manager.plan.choose" message="Choose a picture" />
      <input
        type="file"
        accept="image/png,image/jpeg,image/webp"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
